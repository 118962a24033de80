// Loaded into the app before its own code, after Playwright's.
require('electron').app.commandLine.removeSwitch('password-store');
