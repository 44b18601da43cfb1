/** What happens to a being. */
@NullMarked
package life.world;

import org.jspecify.annotations.NullMarked;
