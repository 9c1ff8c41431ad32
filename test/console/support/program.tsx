// A program for the tests on a terminal line: the console over a real engine, with a gateway that plays the story of $STORY.
import {appendFileSync} from 'node:fs';
import {runConsole, terminalCapabilities} from '../../../source/console/index.ts';
import {isLanguage} from '../../../source/core/index.ts';
import {systemClock} from '../../../source/engine/index.ts';
import {chooseQrRendering, isUtf8Locale} from '../../../source/qr/index.ts';
import {engineOver, goodRegister, memoryJournal, orderMaker, type Story, storyGateway} from './fake-world.ts';
import {till} from './till.ts';

const stories: Readonly<Record<string, Story>> = {
	paid: {polls: ['waiting', 'waiting', 'paid'], cancel: 'cancelled'},
	declined: {polls: ['declined'], cancel: 'cancelled'},
	endless: {polls: ['waiting'], cancel: 'cancelled'},
};

const {env} = process;
const engine = engineOver({
	gateway: storyGateway(stories[env['STORY'] ?? ''] ?? {polls: ['waiting'], cancel: 'cancelled'}),
	journal: memoryJournal(),
	register: goodRegister(),
	clock: systemClock,
});
/** For tests whose terminal is gone or stands still: what happens is written into a file. */
const note = (line: string): void => {
	if (env['NOTES'] !== undefined) appendFileSync(env['NOTES'], `${line}\n`);
};
engine.onEvent(({event}) => note(event.type));
process.on('SIGHUP', () => undefined);
const language = env['PROGRAM_LANG'] ?? 'ru';
if (env['CRASH_AFTER_MS'] !== undefined) {
	setTimeout(() => {
		throw new Error('crashed on purpose');
	}, Number(env['CRASH_AFTER_MS']));
}
note('ready');
const exit = await runConsole({
	engine,
	till,
	language: isLanguage(language) ? language : 'ru',
	makeOrder: orderMaker(1),
	qrRendering: chooseQrRendering({env, isUtf8: isUtf8Locale(env), term: env['TERM'], setting: 'auto'}),
	capabilities: terminalCapabilities(env, false),
	warnings: [],
	demo: null,
	checkPin: null,
	clock: systemClock,
	stdin: process.stdin,
	stdout: process.stdout,
	sound: true,
});
note(`exit ${exit.type}`);
process.stdout.write(`exit ${exit.type}\n`);
if (exit.type === 'terminal-gone') {
	const {live} = engine.getSnapshot();
	if (live) note(`ended ${(await engine.whenEnded(live.facts.orderId)).outcome}`);
}
engine.close();
note('over');
process.exit();
