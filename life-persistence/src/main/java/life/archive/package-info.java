/** The past of lives: every moment of it, verified, branched, carried elsewhere and back. */
@NullMarked
package life.archive;

import org.jspecify.annotations.NullMarked;
