@NullMarked
package com.socialflow.user.passkeys;

import org.jspecify.annotations.NullMarked;
