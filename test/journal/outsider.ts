// A journal's file as somebody checks it who knows the contract and none of the program's own code.
import {createHash} from 'node:crypto';
import {DatabaseSync} from 'node:sqlite';

/** The number of the first row whose hash is not what the contract says; null where the whole chain holds. */
export function brokenAt(file: string): number | null {
	const db = new DatabaseSync(file, {readOnly: true});
	try {
		let before: Uint8Array = new Uint8Array(32);
		for (const row of db.prepare('SELECT * FROM events ORDER BY seq').iterate()) {
			const hash = createHash('sha256').update(before);
			for (const part of [row['seq'], row['at'], row['order_id'] ?? '', row['type'], row['body']]) {
				const bytes = Buffer.from(String(part), 'utf8');
				const length = Buffer.alloc(4);
				length.writeUInt32BE(bytes.length);
				hash.update(length).update(bytes);
			}
			before = hash.digest();
			if (!Buffer.from(row['hash'] as Uint8Array).equals(before)) return Number(row['seq']);
		}
		return null;
	} finally {
		db.close();
	}
}
