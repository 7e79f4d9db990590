/** The styles of typeset formulas, for pages that show some which were typeset when the site was built. */
import 'katex/dist/katex.min.css';
import './lean.css';
