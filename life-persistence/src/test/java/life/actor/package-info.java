/** Beings as actors, on a journal in memory that can be made to fail. */
@NullMarked
package life.actor;

import org.jspecify.annotations.NullMarked;
