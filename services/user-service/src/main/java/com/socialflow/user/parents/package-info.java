/** Parents who agree to a child's account, and who can take that back (COPPA, 16 CFR 312.5; GDPR, article 8). */
@NullMarked
package com.socialflow.user.parents;

import org.jspecify.annotations.NullMarked;
