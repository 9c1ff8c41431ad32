// The requests of wcf-json, operation by operation, as commands.
import {badRequest, type Command, type Operation, type Refusal} from '../command.ts';
import {anyText, id, number32, optional, readFields, wmid} from '../fields.ts';
import type {OrderView} from '../order.ts';
import {anyTime, rubles, seconds, systemWord} from './rules.ts';
import {signedText} from './sign.ts';
import {orderBody} from './write.ts';

type Reader = (request: object) => Command | Refusal;

/** The same wish has the same fingerprint, however often it is sent: time and signature are no part of it. */
const fingerprintOf = (request: object): string => `wcf-json ${signedText(request, ['RequestTime'])}`;

/** How long an order is in a list. */
const bytesOf = (order: OrderView): number => Buffer.byteLength(JSON.stringify(orderBody(order)));

const readers: Readonly<Record<Operation, Reader>> = {
	Ping: () => ({type: 'Ping'}),
	CreateOrder: (request) => {
		const read = readFields(request, {
			CrsId: number32,
			Wmid: wmid,
			OrderId: id,
			PaymentSystem: systemWord,
			Amount: rubles,
			LifeTime: seconds,
			Comment: optional(anyText),
		});
		if (!read.ok) return badRequest(read.complaint);
		const {
			OrderId: orderId,
			PaymentSystem: system,
			Amount: amountKopecks,
			LifeTime: ttlS,
			Comment,
		} = read.values;
		const wish = {orderId, system, amountKopecks, ttlS, description: Comment ?? ''};
		return {type: 'CreateOrder', wish, fingerprint: fingerprintOf(request)};
	},
	GetStatus: (request) => {
		const read = readFields(request, {OrderId: id});
		return read.ok ? {type: 'GetStatus', orderId: read.values.OrderId} : badRequest(read.complaint);
	},
	CancelOrder: (request) => {
		const read = readFields(request, {OrderId: id});
		return read.ok ? {type: 'CancelOrder', orderId: read.values.OrderId} : badRequest(read.complaint);
	},
	RefundOrder: (request) => {
		const read = readFields(request, {OrderId: id, RefundId: id, Amount: rubles});
		if (!read.ok) return badRequest(read.complaint);
		const {OrderId: orderId, RefundId: refundId, Amount: amountKopecks} = read.values;
		const wish = {orderId, refundId, amountKopecks};
		return {type: 'RefundOrder', wish, fingerprint: fingerprintOf(request)};
	},
	GetRefund: (request) => {
		const read = readFields(request, {RefundId: id});
		return read.ok ? {type: 'GetRefund', refundId: read.values.RefundId} : badRequest(read.complaint);
	},
	ListOrders: (request) => {
		const read = readFields(request, {DateFrom: anyTime, DateTo: anyTime, Cursor: optional(anyText)});
		if (!read.ok) return badRequest(read.complaint);
		const {DateFrom: fromMs, DateTo: toMs, Cursor: cursor} = read.values;
		return {type: 'ListOrders', range: {fromMs, toMs, cursor, bytesOf}};
	},
};

export const isOperation = (word: string): word is Operation => Object.hasOwn(readers, word);

/** The command in a request whose caller is known. */
export const readCommand = (operation: Operation, request: object): Command | Refusal =>
	readers[operation](request);
