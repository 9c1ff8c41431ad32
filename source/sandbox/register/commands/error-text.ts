// 6Bh: words for an error code, on models that know them.
import {bytes1251} from '../bytes/text.ts';
import {type Command, done, exactly} from '../command.ts';
import {errorTexts} from '../error-texts.ts';

export const errorText: Command = {
	code: 0x6b,
	name: 'error text',
	size: exactly(2),
	password: 'none',
	modes: 'any',
	printer: 'ignores',
	isKnown: (model) => model.hasErrorTexts,
	run: (_device, request) => done(bytes1251(errorTexts[request.u8()] ?? 'НЕИЗВЕСТНАЯ ОШИБКА')),
};
