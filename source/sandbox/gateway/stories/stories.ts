// The table of stories: the kopecks of the sum choose how the payment goes. Any other kopecks go as .00.
import {hostileText} from './hostile.ts';
import {errorsWithoutEnd, lostCreation, slowAnswers, twoErrorsThenPaid} from './link-faults.ts';
import {
	declinedAtSecondPoll,
	nobodyPays,
	paidAtThirdPoll,
	paidWithOtherSum,
	rejected,
	settled,
} from './plain-ends.ts';
import {longProcessing, paidAfterExpiry, paidAtCancel} from './races.ts';
import type {Plot, Story, StoryId} from './story.ts';

/** Every story with its kopecks and its title, for help pages; ordered by kopecks. */
export const sandboxStories: readonly Story[] = [
	{id: 'paid', kopecks: 0, title: {ru: 'оплачено при третьем опросе', en: 'paid at the third poll'}},
	{id: 'declined', kopecks: 1, title: {ru: 'банк отклонил платёж', en: 'declined by the bank'}},
	{id: 'nobody-pays', kopecks: 2, title: {ru: 'никто не платит', en: 'nobody pays'}},
	{id: 'errors-without-end', kopecks: 3, title: {ru: 'ошибки без конца', en: 'errors without end'}},
	{
		id: 'two-errors-then-paid',
		kopecks: 4,
		title: {ru: 'две ошибки, затем оплачено', en: 'two errors, then paid'},
	},
	{
		id: 'paid-at-cancel',
		kopecks: 5,
		title: {ru: 'оплачено в момент отмены', en: 'paid in the moment of cancel'},
	},
	{
		id: 'lost-creation',
		kopecks: 6,
		title: {ru: 'ответ на создание заказа потерян', en: 'the answer to the creation is lost'},
	},
	{id: 'rejected', kopecks: 7, title: {ru: 'шлюз отказал в заказе', en: 'rejected by the gateway'}},
	{id: 'other-sum', kopecks: 8, title: {ru: 'оплачена другая сумма', en: 'paid with another sum'}},
	{
		id: 'paid-after-expiry',
		kopecks: 9,
		title: {ru: 'оплачено после конца времени', en: 'paid after expiry'},
	},
	{id: 'long-processing', kopecks: 10, title: {ru: 'банк долго проводит платёж', en: 'processing for long'}},
	{
		id: 'hostile-text',
		kopecks: 11,
		title: {ru: 'вредоносный текст во всех полях', en: 'hostile text in every field'},
	},
	{id: 'slow-answers', kopecks: 12, title: {ru: 'медленные ответы', en: 'slow answers'}},
];

const plots: Readonly<Record<StoryId, Plot>> = {
	paid: paidAtThirdPoll,
	declined: declinedAtSecondPoll,
	'nobody-pays': nobodyPays,
	'errors-without-end': errorsWithoutEnd,
	'two-errors-then-paid': twoErrorsThenPaid,
	'paid-at-cancel': paidAtCancel,
	'lost-creation': lostCreation,
	rejected,
	'other-sum': paidWithOtherSum,
	'paid-after-expiry': paidAfterExpiry,
	'long-processing': longProcessing,
	'hostile-text': hostileText,
	'slow-answers': slowAnswers,
	settled,
};

export const storyOfAmount = (amountKopecks: number): StoryId =>
	sandboxStories.find(({kopecks}) => kopecks === amountKopecks % 100)?.id ?? 'paid';

export const plotOf = (id: StoryId): Plot => plots[id];

/** The title of a story; an order that was settled by hand has none. */
export const titleOf = (id: StoryId): Story['title'] | null =>
	sandboxStories.find((story) => story.id === id)?.title ?? null;
