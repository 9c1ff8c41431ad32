// `npm run pictures`: draws the pictures of README and docs from real runs of the demo, and keeps nothing else.
import {execFileSync} from 'node:child_process';

type Picture = {readonly file: string; readonly args: readonly string[]; readonly steps: readonly string[]};

const pictures: readonly Picture[] = [
	{
		file: 'docs/pictures/payment.svg',
		args: ['demo'],
		steps: [
			'wait:Сумма',
			'type:1250,00\\r',
			'wait:Способ оплаты',
			'type:\\r',
			'wait:QR показан',
			'wait:2 мин 5',
		],
	},
	{
		file: 'docs/pictures/paid.svg',
		args: ['demo'],
		steps: ['wait:Сумма', 'type:1250,00\\r', 'wait:Способ оплаты', 'type:\\r', 'wait:ЧЕК ЗАКРЫТ'],
	},
];

for (const {file, args, steps} of pictures) {
	execFileSync(
		process.execPath,
		[
			'scripts/screenshot.ts',
			...steps.flatMap((step) => ['--step', step]),
			file,
			'--',
			process.execPath,
			'bin/qrkassa.js',
			...args,
		],
		{stdio: 'inherit'},
	);
	console.log(file);
}
