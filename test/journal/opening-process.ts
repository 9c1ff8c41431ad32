// A process that opens a till's journal at a given time, writes that it did, and closes it.
import {openJournal} from '../../source/journal/index.ts';

const [folder = '', now = ''] = process.argv.slice(2);
const end = openJournal({folder, now: () => new Date(now)});
if (!end.ok || end.broken) {
	process.stdout.write(end.ok ? 'broken' : end.text);
	process.exit(1);
}
end.journal.tillOpened({version: '0', node: '24', pid: 1});
end.journal.close();
