/** Whole lives in the world that is shipped, lived by the pure laws. */
@NullMarked
package life.course;

import org.jspecify.annotations.NullMarked;
