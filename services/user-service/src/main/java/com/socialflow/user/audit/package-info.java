/** What happened, kept so that nobody can change it unseen: a Merkle tree of entries, with signed heads. */
@NullMarked
package com.socialflow.user.audit;

import org.jspecify.annotations.NullMarked;
