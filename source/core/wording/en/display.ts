import type {DisplayWording} from '../display.ts';

export const displayEn: DisplayWording = {
	invitation: {
		sbp: "Point your phone's camera at the code and confirm in your bank's app",
		webmoney: 'Scan the code in the WebMoney app and confirm',
		wechat: 'Scan the code in the WeChat app and confirm',
		alipay: 'Scan the code in the Alipay app and confirm',
	},
	timeLeft: (time) => `${time} left`,
	preparing: 'Getting your code…',
	codeOnPaper: 'Your code is printed on the slip',
	codeAtCashier: 'The cashier will show you the code',
	confirming: {
		title: 'Confirming your payment…',
		hint: 'Your bank is working on it. Please wait.',
	},
	checking: {
		title: 'Checking your payment…',
		hint: 'Please wait. Do not pay with this code any more.',
	},
	paid: 'Paid, thank you!',
	ends: {
		declined: {
			title: 'The payment did not go through',
			hint: 'Your bank did not make it. The cashier will offer another try or another way.',
		},
		expired: {
			title: 'The time to pay is over',
			hint: 'The old code is no longer valid: do not pay with it. The cashier will give you a new one.',
		},
		cancelled: {
			title: 'The payment was cancelled',
			hint: 'The old code is no longer valid: do not pay with it.',
		},
		returned: {
			title: 'Your money is on its way back',
			hint: 'This payment did not take place. The cashier will offer another way.',
		},
		'no-code': {
			title: 'No code could be had',
			hint: 'The cashier will offer another way.',
		},
		'ask-cashier': {
			title: 'Your payment is being checked',
			hint: 'Please do not pay again: ask the cashier.',
		},
	},
};
