@NullMarked
package life.dev;

import org.jspecify.annotations.NullMarked;
