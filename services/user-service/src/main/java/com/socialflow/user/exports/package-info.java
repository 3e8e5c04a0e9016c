/** Archives of everything that is known of a person, for that person (GDPR, articles 15 and 20; CCPA, 1798.110). */
@NullMarked
package com.socialflow.user.exports;

import org.jspecify.annotations.NullMarked;
