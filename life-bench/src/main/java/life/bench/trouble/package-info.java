/** Lives in which something is wrong on purpose, and how well that is noticed. */
@NullMarked
package life.bench.trouble;

import org.jspecify.annotations.NullMarked;
