/** What the journal promises, tried out. */
@NullMarked
package life.journal;

import org.jspecify.annotations.NullMarked;
