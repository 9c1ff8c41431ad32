// A process that takes a till's lock, opens its journal and appends payments until it is killed. It says what is on disk.
import {acquireLock, openJournal} from '../../source/journal/index.ts';
import {closed, closing, created, paid, started} from './events.ts';

const [folder = '', from = '0'] = process.argv.slice(2);
const lock = acquireLock(folder, 'pay');
if (!lock.ok) {
	process.stdout.write(`held ${lock.holder.pid} ${lock.holder.command}\n`);
	process.exit(11);
}
const end = openJournal({folder});
if (!end.ok || end.broken) {
	process.stdout.write(`fault ${end.ok ? 'broken' : end.text}\n`);
	process.exit(1);
}
const {journal} = end;
process.stdout.write('open\n');

/** One payment: a row by itself, then four at once, so that a kill meets both. */
const pay = (number: number): void => {
	const orderId = `K-${number}`;
	const at = new Date().toISOString();
	for (const events of [[started(orderId)], [created, paid, closing, closed]]) {
		const written = journal.append(orderId, events, at);
		process.stdout.write(
			written.type === 'written' ? `written ${written.rows.at(-1)?.seq}\n` : `failed ${written.text}\n`,
		);
	}
	setImmediate(pay, number + 1);
};
pay(Number(from));
