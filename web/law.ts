// The only script of law.html: it looks as the reader has chosen.
import { wearRemembered } from './look';

wearRemembered();
