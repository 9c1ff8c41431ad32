// A whole document as the storage would give it out (FF3Ah, FF3Bh): tags of the format of fiscal documents.
import {join, le} from '../bytes/build.ts';
import {tag, textTag, variable} from '../bytes/vln.ts';
import type {Device} from '../device.ts';
import type {FiscalDocument, FiscalReceiptDocument} from '../state/document.ts';
import {type Operation, operationCode} from '../state/receipt.ts';

export function documentTlv({state}: Device, document: FiscalDocument): Uint8Array {
	return join(
		textTag(1041, state.storageNumber),
		tag(1040, le(document.fd, 4)),
		tag(1012, le(Math.floor(document.atMs / 1000), 4)),
		tag(1077, le(document.fiscalSign, 6)),
		tag(1038, le(document.shift, 4)),
		document.type === 3 ? receiptTlv(document) : new Uint8Array(),
	);
}

function receiptTlv(document: FiscalReceiptDocument): Uint8Array {
	const [cash = 0, ...others] = document.slotsKopecks;
	const sum = (from: number, to: number) =>
		others.slice(from - 2, to - 1).reduce((all, slot) => all + slot, 0);
	return join(
		tag(1042, le(document.receiptNumber, 4)),
		tag(1054, le(operationCode(document.kind), 1)),
		...document.operations.map(operationTlv),
		...document.tags.map(({tag: number, text}) => textTag(number, text)),
		tag(1020, variable(document.totalKopecks)),
		tag(1031, variable(cash)),
		tag(1081, variable(sum(2, 13))),
		tag(1215, variable(sum(14, 14))),
		tag(1216, variable(sum(15, 15))),
		tag(1217, variable(sum(16, 16))),
	);
}

const operationTlv = (operation: Operation): Uint8Array =>
	tag(
		1059,
		join(
			textTag(1030, operation.name),
			tag(1079, variable(operation.priceKopecks)),
			// A number with its decimal places before it.
			tag(1023, join(6, variable(operation.quantityMillionths))),
			tag(1043, variable(operation.sumKopecks)),
			tag(1214, le(operation.method, 1)),
			tag(1212, le(operation.subject, 1)),
		),
	);
