// What a cashier does at the console: types a sum, waits for its end or cancels, leaves.
import type {Row} from '../../e2e/support/journal.ts';
import type {Process} from '../support/process.ts';
import type {Enter} from './compare.ts';
import {rowsIn} from './rows.ts';

/** Sums with .02 and .05 are nobody's hurry: the till has to cancel them. */
export const isCancelled = (amountKopecks: number): boolean => [2, 5].includes(amountKopecks % 100);

const lookMs = 150;
const pause = (): Promise<void> => new Promise((done) => setTimeout(done, lookMs));

/** What a cashier sees, and the key that leads on from there. */
const screens = [
	{shows: 'Отпустить чек', keys: '\r'},
	{shows: 'x отпустить', keys: 'x'},
	{shows: 'Enter следующий покупатель', keys: '\r'},
] as const;

/** Sits at the console until the payment has ended or the console has died. Without an Enter: what goes on is awaited. */
export async function sitAt(running: Process, folder: string, enter: Enter | null): Promise<void> {
	let isAlive = true;
	void running.ended.then(() => {
		isAlive = false;
	});
	let hasTyped = false;
	let hasAsked = false;
	// A look at the journal makes SQLite's side file where it is not there, and then the shim would not know who has made it:
	// nobody looks before the console has drawn, and so has opened it.
	while (isAlive && running.screen().trim() === '') await pause();
	while (isAlive) {
		const own = newestOrder(folder);
		const amountKopecks = Number(own[0]?.body['amountKopecks']);
		const isMine = enter === null || amountKopecks === enter.amountKopecks;
		if (isMine && isOver(own)) break;
		const screen = running.screen();
		const keys = screens.find(({shows}) => screen.includes(shows))?.keys;
		if (enter && !isMine && !hasTyped && screen.includes('Новый платёж')) {
			running.type(`${(enter.amountKopecks / 100).toFixed(2)}\r\r`);
			hasTyped = true;
		} else if (enter && !isMine && !hasTyped && keys !== undefined) {
			running.type(keys);
		} else if (isMine && isCancelled(amountKopecks) && has(own, 'qr.shown')) {
			if (screen.includes('Отменить платёж?')) running.type('\r');
			else if (!hasAsked && screen.includes('Esc отменить')) running.type('\u001b');
			hasAsked ||= screen.includes('Отменить платёж?');
		}
		await pause();
	}
	// F10 leaves the first screen at once and asks on others; a stop is never refused.
	running.signal('SIGTERM');
}

function newestOrder(folder: string): readonly Row[] {
	const rows = rowsIn(folder);
	const order = rows.findLast(({type}) => type === 'payment.started')?.orderId;
	return order === undefined ? [] : rows.filter(({orderId}) => orderId === order);
}

const has = (rows: readonly Row[], type: string): boolean => rows.some((row) => row.type === type);

const unpaidEnd = /^(?:payment\.(?:declined|expired|cancelled|unresolved)|order\.rejected)$/;

/** Nothing goes on any more: no order at all, a closed receipt, an end without money. */
function isOver(rows: readonly Row[]): boolean {
	if (rows.length === 0) return true;
	if (has(rows, 'payment.paid')) return has(rows, 'receipt.closed');
	return rows.some(({type}) => unpaidEnd.test(type));
}
