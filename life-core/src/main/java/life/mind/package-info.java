/** What a being makes of what happens to it. */
@NullMarked
package life.mind;

import org.jspecify.annotations.NullMarked;
