@NullMarked
package life.http.listen;

import org.jspecify.annotations.NullMarked;
