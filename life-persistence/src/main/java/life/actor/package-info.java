/** Who runs a being: its actor, the ticker, the generator, and those who watch. */
@NullMarked
package life.actor;

import org.jspecify.annotations.NullMarked;
