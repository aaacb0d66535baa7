// Registers <birth-benefits-app>, once. Other people's pages write <birth-benefits>, which embed.js defines.
import { BirthBenefitsApp } from './element';

if (!customElements.get('birth-benefits-app')) customElements.define('birth-benefits-app', BirthBenefitsApp);
