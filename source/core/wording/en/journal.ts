// Sentences about the journal, in English.
import type {JournalDamage, JournalWording} from '../journal.ts';

const faults: Readonly<Record<Parameters<JournalWording['fault']>[0]['code'], string>> = {
	DISK_FULL: 'The disk is full. What is written is safe. Make room on the disk.',
	READ_ONLY: 'The disk is read-only. What is written is safe. Make it writable again.',
	DISK_ERROR: 'Disk error. Call the administrator: the disk may be failing.',
	CANNOT_OPEN:
		'The journal cannot be opened. Check the rights of the till’s folder and the room on the disk.',
	BUSY: 'Another program has the journal. Close it and try again.',
	DAMAGED: 'The journal is damaged. Start the till again: it will put the file aside and begin a new one.',
	MOVED:
		'The journal was moved away while the till ran. Put journal.sqlite back into the till’s folder and start again.',
	NEWER: 'The journal was written by a newer program. It is untouched. Update qrkassa.',
	OTHER: 'The journal does not work. Call the administrator.',
};

const reasons: Readonly<Record<JournalDamage['reason'], string>> = {
	hash: 'the row was changed after it was written',
	gap: 'rows are missing',
	unreadable: 'the file cannot be read any further',
	tail: 'the end of the journal is missing',
	missing: 'the file is not in the till’s folder',
};

const missing = (file = ''): string =>
	`The journal of past months ${file} is missing: ${reasons.missing}. The other months are whole. Bring the file back from a copy: without it the till does not know those payments.`;

const damage: JournalWording['damage'] = ({seq, reason, lastAt, rowsAfter, ordersAfter, file}) => {
	if (reason === 'missing') return missing(file);
	return [
		`The journal${file === undefined ? '' : ` ${file}`} is damaged from row ${seq} on: ${reasons[reason]}.`,
		lastAt === null
			? 'No row before it is whole.'
			: `All before it is whole, the last entry is of ${lastAt}.`,
		rowsAfter > 0 ? `Rows after it that are not used: ${rowsAfter}.` : '',
		ordersAfter.length > 0 ? `Payments in them: ${ordersAfter.join(', ')}.` : '',
	]
		.filter((part) => part !== '')
		.join(' ');
};

export const journalEn: JournalWording = {
	fault: ({code, detail}) => `${faults[code]}${detail === '' ? '' : ` (${detail})`}`,
	damage,
	broken: (broken) =>
		[
			damage(broken.damage),
			'The till goes on in a new file.',
			broken.keptAs === null ? '' : `The damaged one is kept: ${broken.keptAs}.`,
			broken.doubtful.length > 0
				? `A person must decide about: ${broken.doubtful.join(', ')} (qrkassa resolve).`
				: 'Compare the last payments with the payment system.',
		]
			.filter((part) => part !== '')
			.join(' '),
	whole: (rows) => `The journal is whole, rows: ${rows}.`,
};
