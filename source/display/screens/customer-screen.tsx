// The customer's whole screen: one scene, drawn.
import type {Scene} from '../follow/scene.ts';
import {IdleScreen} from './idle-screen.tsx';
import type {Look, ScreenSize} from './look.ts';
import {MessageScreen} from './message-screen.tsx';
import {PayScreen} from './pay-screen.tsx';
import {customerWording} from './wording.ts';

export type CustomerScreenProps = ScreenSize & {
	readonly look: Look;
	readonly scene: Scene;
	/** The till's name, as the settings have it. */
	readonly name: string;
	/** Whether the code belongs on this screen (`customer.qrOn`). */
	readonly showsQr: boolean;
};

/** Fills the terminal exactly: every row is drawn anew when the scene changes, so nothing of an old code remains. */
export function CustomerScreen({columns, rows, look, scene, name, showsQr}: CustomerScreenProps) {
	const size = {columns, rows};
	const words = customerWording(look.language);
	switch (scene.type) {
		case 'idle':
			return <IdleScreen {...size} name={name} />;
		case 'pay':
			return <PayScreen {...size} look={look} scene={scene} showsQr={showsQr} />;
		case 'preparing': {
			const {amountKopecks} = scene;
			return (
				<MessageScreen
					{...size}
					{...{look, amountKopecks}}
					tone="plain"
					title={words.preparing}
					hint={null}
				/>
			);
		}
		case 'confirming':
		case 'checking': {
			const {amountKopecks} = scene;
			return <MessageScreen {...size} {...{look, amountKopecks}} tone="plain" {...words[scene.type]} />;
		}
		case 'paid': {
			const {amountKopecks} = scene;
			return (
				<MessageScreen {...size} {...{look, amountKopecks}} tone="good" title={words.paid} hint={null} />
			);
		}
		case 'not-paid':
			return (
				<MessageScreen {...size} look={look} amountKopecks={null} tone="bad" {...words.ends[scene.end]} />
			);
	}
}
