// Holds the far side of a terminal line for a program, so that a test can cut the line by ending this process.
import {spawn} from '@lydell/node-pty';

const [, , file = ''] = process.argv;
const pty = spawn(process.execPath, [file], {cols: 80, rows: 24, env: process.env});
// What is on the screen is nobody's business here, but somebody has to take it.
pty.onData(() => undefined);
process.on('message', (keys) => pty.write(String(keys)));
