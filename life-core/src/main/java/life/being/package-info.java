/** How a being decides and evolves: pure functions over immutable values. */
@NullMarked
package life.being;

import org.jspecify.annotations.NullMarked;
