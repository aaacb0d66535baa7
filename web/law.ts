// The only script of law.html: it looks as the reader chooses.
import { offerLooks } from './look';

offerLooks();
