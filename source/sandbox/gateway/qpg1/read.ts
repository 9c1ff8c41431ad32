// The bodies of qpg1, operation by operation, as commands.
import {createHash} from 'node:crypto';
import {maxAmountKopecks, minAmountKopecks} from '../../../core/index.ts';
import type {SandboxAccess} from '../../access.ts';
import {badRequest, type Command, type Operation, type Refusal} from '../command.ts';
import {
	anyText,
	id,
	isoTime,
	nullable,
	number32,
	readFields,
	system,
	text,
	wholeNumber,
	wmid,
} from '../fields.ts';
import type {OrderView} from '../order.ts';
import {orderBody} from './write.ts';

type Reader = (body: unknown, fingerprint: string, access: SandboxAccess) => Command | Refusal;

/** How long an order is in a list. */
const bytesOf = (order: OrderView): number => Buffer.byteLength(JSON.stringify(orderBody(order)));

const amount = wholeNumber(minAmountKopecks, maxAmountKopecks);

const readers: Readonly<Record<Operation, Reader>> = {
	Ping: (body) => {
		const read = readFields(body, {});
		return read.ok ? {type: 'Ping'} : badRequest(read.complaint);
	},
	CreateOrder: (body, fingerprint, access) => {
		const read = readFields(body, {
			orderId: id,
			posId: id,
			agentId: number32,
			crsId: number32,
			wmid,
			system,
			amount,
			currency: text(/^RUB$/, '"RUB"'),
			ttlS: wholeNumber(10, 3600),
			description: anyText,
		});
		if (!read.ok) return badRequest(read.complaint);
		const {posId, agentId, amount: amountKopecks, orderId, ttlS, description} = read.values;
		if (posId !== access.posId) return badRequest('posId: another one than in X-Qpg-Pos');
		if (agentId !== access.agentId) return badRequest('agentId: another one than in X-Qpg-Agent');
		const wish = {orderId, system: read.values.system, amountKopecks, ttlS, description};
		return {type: 'CreateOrder', wish, fingerprint};
	},
	GetStatus: (body) => {
		const read = readFields(body, {orderId: id});
		return read.ok ? {type: 'GetStatus', ...read.values} : badRequest(read.complaint);
	},
	CancelOrder: (body) => {
		const read = readFields(body, {orderId: id});
		return read.ok ? {type: 'CancelOrder', ...read.values} : badRequest(read.complaint);
	},
	RefundOrder: (body, fingerprint) => {
		const read = readFields(body, {orderId: id, refundId: id, amount});
		if (!read.ok) return badRequest(read.complaint);
		const {orderId, refundId, amount: amountKopecks} = read.values;
		return {type: 'RefundOrder', wish: {orderId, refundId, amountKopecks}, fingerprint};
	},
	GetRefund: (body) => {
		const read = readFields(body, {refundId: id});
		return read.ok ? {type: 'GetRefund', ...read.values} : badRequest(read.complaint);
	},
	ListOrders: (body) => {
		const read = readFields(body, {from: isoTime, to: isoTime, cursor: nullable(anyText)});
		if (!read.ok) return badRequest(read.complaint);
		const {from: fromMs, to: toMs, cursor} = read.values;
		return {type: 'ListOrders', range: {fromMs, toMs, cursor, bytesOf}};
	},
};

export const isOperation = (word: string): word is Operation => Object.hasOwn(readers, word);

/** The command in a body. Two requests are the same when their bodies are, byte for byte. */
export function readCommand(operation: Operation, body: Buffer, access: SandboxAccess): Command | Refusal {
	let json: unknown;
	try {
		json = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(body));
	} catch {
		return badRequest('the body is not JSON in UTF-8');
	}
	return readers[operation](json, createHash('sha256').update(body).digest('hex'), access);
}
