/** Passkeys: keys that never leave their owner's devices, in place of a password or beside it (Web Authentication). */
@NullMarked
package com.socialflow.user.passkeys;

import org.jspecify.annotations.NullMarked;
