// Registers <birth-benefits>, once.
import { BirthBenefits } from './element';

if (!customElements.get('birth-benefits')) customElements.define('birth-benefits', BirthBenefits);
