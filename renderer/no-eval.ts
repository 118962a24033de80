import { config } from 'zod';

// Where code may be made from text zod would do so, to parse faster; here the security policy forbids even to try.
config({ jitless: true });
