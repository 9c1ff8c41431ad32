// The slip that the customer scans: text, code, text, feed, cut (register-protocol §13.4). Outside of a receipt only.
import {
	cleanText,
	formatRubles,
	type Language,
	type RegisterTrouble,
	type RegisterWording,
} from '../../../core/index.ts';
import type {QrSlip} from '../../../engine/ports.ts';
import {cut, feed} from '../../commands/paper.ts';
import {registerWording} from '../../errors/fault.ts';
import type {Bench} from '../bench.ts';
import type {AskCapabilities, Capabilities} from '../capabilities.ts';
import {modes, modeTrouble} from '../modes.ts';
import {performPrint} from '../perform.ts';
import type {Done} from '../shift.ts';
import {troubleOf} from '../trouble.ts';
import {waitForPrinter} from '../wait-for-printer.ts';
import {byOwnEncoder} from './own-encoder.ts';
import {byExtendedGraphics, byGraphics512, byOldGraphics} from './raster.ts';
import {printText, type SlipLine} from './text.ts';
import type {QrWay, WayEnd} from './way.ts';

const qrWays: readonly QrWay[] = [byOwnEncoder, byGraphics512, byExtendedGraphics, byOldGraphics];
const feedLines = 5;

export type Page = {
	readonly above: readonly SlipLine[];
	readonly qr: string;
	readonly below: readonly SlipLine[];
};

const usual = (text: string): SlipLine => ({text, font: 'usual'});
const wide = (text: string): SlipLine => ({text, font: 'wide'});

export function slipPage(slip: QrSlip, language: Language): Page {
	const {slip: words} = registerWording[language];
	// The no-break spaces of a printed sum are not in every font of a register.
	const rubles = formatRubles(slip.amountKopecks).replace(/\u00a0/g, ' ');
	return {
		above: [
			...(slip.isRepeat ? [wide(words.repeat)] : []),
			usual(cleanText(slip.shopName, 80)),
			usual(words.title),
			wide(words.sum(rubles)),
			usual(cleanText(slip.systemName, 40)),
			usual(words.order(slip.orderId)),
		],
		qr: slip.qr,
		below: [usual(words.validUntil(slip.validUntil))],
	};
}

export const testPage = (language: Language): Page => ({
	above: [
		wide(registerWording[language].slip.test),
		usual('АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ'),
		usual('0123456789'),
	],
	qr: 'https://example.com/qrkassa',
	below: [],
});

export const qrPage = (text: string): Page => ({above: [], qr: text, below: []});

/** Once begun it is brought to its end, however long the paper takes. */
export async function printPage(
	bench: Bench,
	capabilities: AskCapabilities,
	page: Page,
	language: Language,
): Promise<Done> {
	const able = await capabilities();
	if (able.type !== 'ok') return failed(troubleOf(able));
	const {patienceMs} = bench.times;
	const ready = await waitForPrinter(bench, {paperMs: patienceMs, printingMs: patienceMs});
	if (ready.type === 'problem') return failed(ready.trouble);
	if (ready.status.mode === modes.documentOpen) {
		const mode = await modeTrouble(bench.device, ready.status);
		if (mode !== null) return failed(mode);
	}
	const trouble = await put(bench, able.answer, page, registerWording[language]);
	if (trouble !== null) return failed(trouble);
	const printed = await waitForPrinter(bench);
	return printed.type === 'ready' ? {type: 'done'} : failed(printed.trouble);
}

const failed = (trouble: RegisterTrouble): Done => ({type: 'failed', trouble});

async function put(
	bench: Bench,
	able: Capabilities,
	{above, qr, below}: Page,
	{slip: words}: RegisterWording,
): Promise<RegisterTrouble | null> {
	const head = await printText(bench, able, above);
	if (head !== null) return head;
	const code = await printCode(bench, able, qr);
	if (code.type === 'failed') return code.trouble;
	const instead = code.type === 'next' ? [usual(words.noCode), usual(qr)] : [];
	const tail = await printText(bench, able, [...instead, ...below]);
	return tail ?? endPaper(bench);
}

async function printCode(bench: Bench, able: Capabilities, qr: string): Promise<WayEnd> {
	for (const way of qrWays) {
		const end = await way(bench, able, qr);
		if (end.type !== 'next') return end;
	}
	return {type: 'next'};
}

/** A register without a cutter refuses 25h: the slip is printed all the same. */
async function endPaper(bench: Bench): Promise<RegisterTrouble | null> {
	const {password} = bench.device;
	for (const command of [feed(password, feedLines), cut(password)]) {
		const reply = await performPrint(bench, command);
		if (reply.type !== 'ok' && reply.type !== 'refused') return troubleOf(reply);
	}
	return null;
}
