// The door of the customer's screen.
export {CustomerPay, type CustomerPayProps, customerPaneColumns} from './customer-pay.tsx';
export {QrPicture, type QrPictureProps} from './qr-picture.tsx';
