@NullMarked
package life.app;

import org.jspecify.annotations.NullMarked;
