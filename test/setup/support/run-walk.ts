// Walks through the wizard on a terminal line and notes what it cost: presses, and bytes and seconds of each screen.
import {join} from 'node:path';
import {type LiveTerminal, openLiveTerminal} from '../../support/live-terminal.ts';
import {decodeQrFromScreen} from '../../support/terminal-qr.ts';
import type {Site} from './site.ts';
import {paidText, walk} from './walk.ts';

export type WalkOptions = {
	/** `bin/qrkassa.js` of a built program. */
	readonly program: string;
	readonly site: Site;
	readonly language: 'ru' | 'en';
	readonly bytesPerS?: number;
	readonly onScreen?: (name: string, live: LiveTerminal) => void;
};

export type WalkedStep = {
	readonly name: string;
	readonly presses: number;
	/** Bytes to the terminal from the presses before until this screen stood. */
	readonly bytes: number;
	readonly ms: number;
};

export type Walked = {
	readonly steps: readonly WalkedStep[];
	readonly presses: number;
	readonly bytes: number;
	/** Everything that was ever on the line. */
	readonly output: string;
};

/** From the first screen to the first payment; fails where a screen does not come. */
export async function runWalk({program, site, language, bytesPerS, onScreen}: WalkOptions): Promise<Walked> {
	const live = openLiveTerminal({
		file: process.execPath,
		args: [program, '--till', site.till, '--lang', language],
		env: {
			PATH: process.env['PATH'],
			HOME: site.home,
			LANG: 'ru_RU.UTF-8',
			TZ: 'Europe/Moscow',
			NODE_COMPILE_CACHE: join(site.home, '.compile-cache'),
		},
		...(bytesPerS === undefined ? {} : {bytesPerS}),
	});
	const steps: WalkedStep[] = [];
	try {
		let seenBytes = 0;
		for (const {name, sees, hasQr, keys, presses} of walk(site, language)) {
			const startMs = performance.now();
			await live.waitFor(sees, 45_000);
			if (hasQr) await live.waitFor((screen) => decodeQrFromScreen(screen) !== null, 20_000);
			const bytes = Buffer.byteLength(live.output());
			steps.push({name, presses, bytes: bytes - seenBytes, ms: Math.round(performance.now() - startMs)});
			seenBytes = bytes;
			onScreen?.(name, live);
			live.type(keys);
		}
		await live.waitFor(paidText[language], 60_000);
		onScreen?.('paid', live);
		return {
			steps,
			presses: steps.reduce((sum, step) => sum + step.presses, 0),
			bytes: Buffer.byteLength(live.output()),
			output: live.output(),
		};
	} finally {
		await live.close();
	}
}
