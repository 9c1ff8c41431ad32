// From the first screen of an empty folder to the first payment: what an admin sees and presses, key by key.
import {certificatePassword, type Site} from './site.ts';

export type WalkStep = {
	/** Names the picture of it. */
	readonly name: string;
	/** What stands on the screen before the keys are pressed. */
	readonly sees: RegExp;
	/** A QR stands on it that a phone can read. */
	readonly hasQr?: true;
	readonly keys: string;
	/** How many presses that is; a pasted letter is one. */
	readonly presses: number;
};

const typed = (name: string, sees: RegExp, keys: string): WalkStep => ({
	name,
	sees,
	keys,
	presses: [...keys].length,
});

/** The steps in order; after the last one's keys the payment is paid. */
export function walk(site: Site, language: 'ru' | 'en'): readonly WalkStep[] {
	const ru = language === 'ru';
	const enter = '\r';
	return [
		typed('start', ru ? /кассы ещё нет[\s\S]*F10/ : /There is no till[\s\S]*F10/, enter),
		{
			name: 'letter',
			sees: ru ? /Вставьте письмо[\s\S]*F10/ : /Paste the whole letter[\s\S]*F10/,
			keys: `\u001b[200~${site.letter[language]}\u001b[201~`,
			presses: 1,
		},
		typed('letter-recognised', ru ? /Узнано из письма: 5/ : /Recognised in the letter: 5/, enter),
		typed('certificate', ru ? /Пароль сертификата не подходит/ : /password is wrong/, certificatePassword),
		typed('certificate-password', /8 (?:зн|char)/, enter),
		typed('certificate-found', ru ? /Сертификат этой кассы/ : /certificate of this till/, enter),
		typed('connection-root', /(?:❯|>) \S*root\.pem/, enter),
		typed('connection', ru ? /Связь есть/ : /Connected/, enter),
		typed('types', ru ? /Коды предложены/ : /codes are a suggestion/, enter),
		typed(
			'register',
			ru ? /Адрес[\s\S]*F10/ : /Address[\s\S]*F10/,
			`${site.register.host}:${site.register.port}`,
		),
		typed('register-address', /127\.0\.0\.1:\d+ /, enter),
		typed('register-slip', ru ? /Считался ли QR телефоном/ : /Could a phone scan its QR/, enter),
		typed('register-names', ru ? /Записать названия/ : /Write the till's names/, enter),
		{
			...typed(
				'screen-qr',
				ru ? /Считался ли QR с экрана[\s\S]*да {3}n нет/ : /Could a phone scan the QR on[\s\S]*yes {3}n no/,
				enter,
			),
			hasQr: true,
		},
		typed('trial', ru ? /Проба: платёж 1,00/ : /Trial: a payment of 1,00/, enter),
		typed('trial-paid', ru ? /Учебный платёж прошёл/ : /sandbox payment took/, enter),
		// Not read back: the sandbox pays this order by itself after some seconds, and it is to be cancelled.
		typed(
			'trial-real',
			ru ? /QR показан[\s\S]*Enter Esc отменить/ : /QR shown[\s\S]*Enter Esc cancel/,
			enter,
		),
		typed('trial-time', ru ? /создан и отменён/ : /made and cancelled/, enter),
		typed('trial-pin', ru ? /PIN ещё раз/ : /PIN once more/, enter),
		typed('finished', ru ? /Касса настроена/ : /The till is set up/, enter),
		typed('console', ru ? /Новый платёж/ : /New payment/, `1${enter}`),
		typed('console-type', ru ? /Способ оплаты/ : /Payment type/, enter),
	];
}

/** What the last screen says. */
export const paidText = {ru: /ОПЛАЧЕНО, ЧЕК ЗАКРЫТ/, en: /PAID, RECEIPT CLOSED/} as const;
