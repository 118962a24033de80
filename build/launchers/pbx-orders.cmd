@echo off
rem The pbx-orders command of the installed app: its own binary, run as Node.
setlocal
set ELECTRON_RUN_AS_NODE=1
"%~dp0PBX Orders.exe" "%~dp0resources\app.asar\out\cli.cjs" %*
exit /b %ERRORLEVEL%
