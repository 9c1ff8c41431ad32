// 85h and 8Eh: the close on firmware without FF45h; 85h reaches the payment slots 1…4 only (register-protocol §7.3).
import {fitBytes, littleEndian} from '../wire/bytes.ts';
import {encodeText} from '../wire/cp1251.ts';
import {type Payments, paymentSums} from './close.ts';
import {type Command, command} from './command.ts';

const noDiscount = littleEndian(0, 2);
const noTaxes = new Uint8Array(4);

/** Answers operator and change in kopecks; the document number has to be asked of the storage. */
const oldClose =
	(code: number, slots: number) =>
	(password: number, payments: Payments, text = ''): Command<number> =>
		command({
			code,
			kind: 'fiscal',
			password,
			fields: [...paymentSums(payments, slots), noDiscount, noTaxes, fitBytes(encodeText(text), 40)],
			leastBytes: 6,
			decode: (data) => {
				data.skip(1);
				return data.number(5);
			},
		});

export const closeFourSlots = oldClose(0x85, 4);
export const closeSixteenSlots = oldClose(0x8e, 16);
