// The console on an opened till: what a former process left is taken up first, then the screens are mounted.
import {type ConsoleExit, type DemoStory, runConsole, terminalCapabilities} from '../console/index.ts';
import {isLive, systemClock} from '../engine/index.ts';
import {complainOfSystemRoots} from '../gateway/index.ts';
import {chooseQrRendering, isUtf8Locale, type QrRendering} from '../qr/index.ts';
import type {Till} from '../settings/index.ts';
import {type Invocation, refuse} from './invocation.ts';
import {makeOrder} from './make-order.ts';
import {pinCheckOf} from './pin-check.ts';
import {openSession, type Session} from './session.ts';
import {takeUp} from './take-up.ts';

/** Runs the console until the cashier leaves; a payment under way when the terminal is lost goes on to its end. */
export async function runTillConsole(
	invocation: Invocation,
	stories: readonly DemoStory[] | null,
	/** Hears that the cashier has left for the settings. */
	onSettings?: () => void,
): Promise<number> {
	const {env} = process;
	const ignoreHangUp = (): void => undefined;
	process.on('SIGHUP', ignoreHangUp);
	const opened = await openSession({
		folder: invocation.folder,
		language: invocation.language,
		command: 'console',
		hasScreen: (till) => renderingOn(till).type === 'cells',
	});
	if (!opened.ok) return refuse(invocation, opened.fault);
	complainOfSystemRoots();
	const session = opened.value;
	const {engine, till, language} = session;
	let stopTakingUp = (): void => undefined;
	try {
		stopTakingUp = takeUp(engine, systemClock);
		const exit = await runConsole({
			engine,
			till: {
				name: till.name,
				systems: till.systems,
				policy: till.policy,
				hasRegister: session.register !== null,
				qrOn: till.customer.qrOn,
			},
			language,
			makeOrder: (system, amountKopecks, receipt) =>
				makeOrder(till, {
					system,
					amountKopecks,
					receipt,
					orderId: null,
					description: null,
					timeoutS: null,
					printSlip: true,
				}),
			qrRendering: renderingOn(till),
			capabilities: terminalCapabilities(env, invocation.noColor),
			warnings: session.warnings,
			demo: stories && {stories},
			...(onSettings ? {onOpenSettings: onSettings} : {}),
			checkPin: till.pinHash === null ? null : pinCheckOf(till.folder, till.pinHash),
			clock: systemClock,
			stdin: process.stdin,
			stdout: process.stdout,
			sound: till.ui.sound,
		});
		await goOnWithoutScreen(session, exit);
		return 0;
	} finally {
		stopTakingUp();
		await session.close();
		process.off('SIGHUP', ignoreHangUp);
	}
}

/** How this terminal draws a QR, by its environment and the till's setting. */
const renderingOn = ({ui}: Till): QrRendering =>
	chooseQrRendering({
		env: process.env,
		isUtf8: isUtf8Locale(process.env),
		term: process.env['TERM'],
		setting: ui.qr,
	});

/** The terminal is gone in the middle of a payment: it is carried to its end, and the next console shows it. */
async function goOnWithoutScreen({engine}: Session, exit: ConsoleExit): Promise<void> {
	const {live} = engine.getSnapshot();
	if (exit.type === 'terminal-gone' && live && isLive(live)) await engine.whenEnded(live.facts.orderId);
}
