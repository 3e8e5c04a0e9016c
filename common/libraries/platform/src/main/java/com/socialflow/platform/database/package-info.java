/** PostgreSQL: the pool, one schema a service, transactions that retry. */
@NullMarked
package com.socialflow.platform.database;

import org.jspecify.annotations.NullMarked;
