@NullMarked
package life.archive;

import org.jspecify.annotations.NullMarked;
