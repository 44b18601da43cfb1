/** Measurements against named peers and limits. */
@NullMarked
package life.bench;

import org.jspecify.annotations.NullMarked;
