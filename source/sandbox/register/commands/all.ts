// All commands that this register knows, by code.
import type {Command} from '../command.ts';
import {loadData, printBarcode} from './barcode.ts';
import {beep} from './beep.ts';
import {cancelInStorage, cancelReceipt} from './cancel-receipt.ts';
import {cashIn, cashOut} from './cash.ts';
import {confirmDate, setDate, setTime} from './clock.ts';
import {close16, closeOld} from './close-old.ts';
import {closeV2} from './close-v2.ts';
import {continuePrint} from './continue-print.ts';
import {cut, feed} from './cut-and-feed.ts';
import {deviceType} from './device-type.ts';
import {errorText} from './error-text.ts';
import {getExchange, setExchange} from './exchange.ts';
import {fieldStructure} from './field-structure.ts';
import {findDocument} from './find-document.ts';
import {fontParameters} from './font-parameters.ts';
import {fullStatus} from './full-status.ts';
import {loadGraphics512, printGraphics512} from './graphics-512.ts';
import {loadExtended, loadLine, printExtended, printLines} from './graphics-narrow.ts';
import {modelParameters} from './model-parameters.ts';
import {openReceipt} from './open-receipt.ts';
import {buy, buyRefund, sale, saleRefund} from './operation-old.ts';
import {operationV2} from './operation-v2.ts';
import {documentsWithoutTicket, exchangeStatus} from './operator-exchange.ts';
import {printFontLine, printLine, printWideLine} from './print-text.ts';
import {beginDocument, readDocument} from './read-document.ts';
import {moneyRegister, operationRegister} from './registers.ts';
import {repeatDocument} from './repeat-document.ts';
import {sendOperationTags, sendTags} from './send-tags.ts';
import {openShift, xReport, zReport} from './shift.ts';
import {shiftParameters} from './shift-parameters.ts';
import {shortStatus} from './short-status.ts';
import {storageExpiry} from './storage-expiry.ts';
import {storageNumber} from './storage-number.ts';
import {storageStatus} from './storage-status.ts';
import {subtotal} from './subtotal.ts';
import {tableRead} from './table-read.ts';
import {tableStructure} from './table-structure.ts';
import {tableWrite} from './table-write.ts';

const all: readonly Command[] = [
	shortStatus,
	fullStatus,
	deviceType,
	modelParameters,
	beep,
	setExchange,
	getExchange,
	printWideLine,
	printLine,
	printFontLine,
	tableWrite,
	tableRead,
	tableStructure,
	fieldStructure,
	cut,
	fontParameters,
	feed,
	openShift,
	xReport,
	zReport,
	sale,
	buy,
	saleRefund,
	buyRefund,
	closeOld,
	close16,
	cancelReceipt,
	subtotal,
	openReceipt,
	continuePrint,
	loadData,
	printBarcode,
	storageStatus,
	storageNumber,
	storageExpiry,
	cancelInStorage,
	findDocument,
	sendTags,
	exchangeStatus,
	documentsWithoutTicket,
	shiftParameters,
	closeV2,
	operationV2,
	sendOperationTags,
	moneyRegister,
	operationRegister,
	setTime,
	setDate,
	confirmDate,
	loadGraphics512,
	printGraphics512,
	cashIn,
	cashOut,
	errorText,
	repeatDocument,
	loadLine,
	printLines,
	loadExtended,
	printExtended,
	beginDocument,
	readDocument,
];

export const commandsByCode: ReadonlyMap<number, Command> = new Map(
	all.map((command) => [command.code, command]),
);
