# Names of the shop.
#
# Moving a name, in this order (INC-41):
#   1. lower the TTL
#   2. wait for the OLD TTL, one day, not for the new one
#   3. move
#   4. leave the old place running until nobody visits it any more, and count visitors there

locals {
  shop_ttl = 300
}

resource "dns_record" "shop" {
  zone  = "ternway.example"
  name  = "shop"
  type  = "CNAME"
  value = "edge.halsecloud.example."
  ttl   = local.shop_ttl

  lifecycle {
    prevent_destroy = true # INC-43: the kiosk at Sandvær asked for the old one until Sunday night
  }
}

/* Kept for the kiosks. Their resolver remembers for 36 hours whatever we say,
   see INC-43#what-surprised-me. */
resource "dns_record" "shop_legacy" {
  zone  = "ternway.example"
  name  = "tickets"
  type  = "CNAME"
  value = "shop.ternway.example."
  ttl   = 86400
  tags  = { reason = "INC-43", url = "https://handbook.ternway.example/#INC-43" }
}
