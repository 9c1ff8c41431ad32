// `register table N [ROW FIELD [VALUE]]`: the structure of a table, one field of it, or a new value.
import {wholeNumber} from './pay-arguments.ts';
import {failed, type RegisterCall, usage} from './register-call.ts';

export async function tableCommand({invocation, register, words}: RegisterCall): Promise<number> {
	const {sink, isJson} = invocation;
	const [table, row, field] = words.slice(0, 3).map((word) => wholeNumber(word, 1, 65_535));
	const value = words[3];
	if (!table || words.length === 2 || (words.length > 2 && (!row || !field))) return usage(invocation);
	if (!row || !field) {
		const end = await register.tableStructure(table);
		if (end.type === 'failed') return failed(invocation, end.fault);
		if (isJson) sink.json({type: 'table', ...end.answer});
		else {
			sink.out(`${table}  ${end.answer.name}  ${end.answer.rows} × ${end.answer.fields}`);
			for (const [index, info] of end.answer.fieldInfos.entries()) {
				const range = info.type === 'number' ? `${info.min} … ${info.max}` : `${info.sizeBytes}`;
				sink.out(`${String(index + 1).padStart(3)}  ${info.name}  ${info.type} ${range}`);
			}
		}
		return 0;
	}
	const where = {table, row, field};
	if (value !== undefined) {
		const written = await register.writeTable(where, value);
		if (written.type === 'failed') return failed(invocation, written.fault);
	}
	const read = await register.readTable(where);
	if (read.type === 'failed') return failed(invocation, read.fault);
	if (isJson) sink.json({type: 'field', ...where, ...read.answer});
	else sink.out(String(read.answer.value));
	return 0;
}
