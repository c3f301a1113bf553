#!/bin/sh
# Stands for a migration: says where it would go, and as whom.
set -eu
: "${DATABASE_USR:?}" "${DATABASE_PSW:?}"
echo "$DELIVERY_ENVIRONMENT counts in $SHOP_CURRENCY, as $DATABASE_USR"
