// The shape of the sentences about a QR that cannot stand where it should.

/** A number of terminal cells. */
type Cells = {readonly columns: number; readonly rows: number};

/** `canPrint`: a register is there, so paper is a way out. */
type Ways = {readonly canPrint: boolean};

export type QrWording = {
	/** There is room only without the text beside it. */
	readonly fullscreenOnly: (ways: Ways) => string;
	/** No room on this screen at all: what it would take, what there is. */
	readonly tooSmall: (sizes: Ways & {readonly needed: Cells; readonly screen: Cells}) => string;
	/** No colours, or switched off in the settings. */
	readonly cannotDraw: (ways: Ways) => string;
	/** Said before an order is made: none is. */
	readonly nowhere: string;
};
