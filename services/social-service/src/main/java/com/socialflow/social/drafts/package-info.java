/** Posts that their authors have not finished. */
@NullMarked
package com.socialflow.social.drafts;

import org.jspecify.annotations.NullMarked;
