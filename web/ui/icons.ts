/** The icons in use: Lucide (ISC), inlined one by one. A further one is one import and one entry here; those of kinds and themes are all here. */

import arrowDown from 'lucide-static/icons/arrow-down.svg?raw'
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw'
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw'
import arrowUp from 'lucide-static/icons/arrow-up.svg?raw'
import bike from 'lucide-static/icons/bike.svg?raw'
import book from 'lucide-static/icons/book-open.svg?raw'
import calendar from 'lucide-static/icons/calendar.svg?raw'
import check from 'lucide-static/icons/check.svg?raw'
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw'
import chevronUp from 'lucide-static/icons/chevron-up.svg?raw'
import circleAlert from 'lucide-static/icons/circle-alert.svg?raw'
import circleCheck from 'lucide-static/icons/circle-check.svg?raw'
import columns from 'lucide-static/icons/columns-2.svg?raw'
import crosshair from 'lucide-static/icons/crosshair.svg?raw'
import download from 'lucide-static/icons/download.svg?raw'
import externalLink from 'lucide-static/icons/external-link.svg?raw'
import flag from 'lucide-static/icons/flag.svg?raw'
import gripVertical from 'lucide-static/icons/grip-vertical.svg?raw'
import handHelping from 'lucide-static/icons/hand-helping.svg?raw'
import heart from 'lucide-static/icons/heart.svg?raw'
import hexagon from 'lucide-static/icons/hexagon.svg?raw'
import house from 'lucide-static/icons/house.svg?raw'
import info from 'lucide-static/icons/info.svg?raw'
import languages from 'lucide-static/icons/languages.svg?raw'
import layers from 'lucide-static/icons/layers.svg?raw'
import leaf from 'lucide-static/icons/leaf.svg?raw'
import lightbulb from 'lucide-static/icons/lightbulb.svg?raw'
import list from 'lucide-static/icons/list.svg?raw'
import locateFixed from 'lucide-static/icons/locate-fixed.svg?raw'
import map from 'lucide-static/icons/map.svg?raw'
import mapPin from 'lucide-static/icons/map-pin.svg?raw'
import maximize from 'lucide-static/icons/maximize.svg?raw'
import megaphone from 'lucide-static/icons/megaphone.svg?raw'
import menu from 'lucide-static/icons/menu.svg?raw'
import messageCircle from 'lucide-static/icons/message-circle.svg?raw'
import minus from 'lucide-static/icons/minus.svg?raw'
import moveHorizontal from 'lucide-static/icons/move-horizontal.svg?raw'
import pencil from 'lucide-static/icons/pencil.svg?raw'
import plus from 'lucide-static/icons/plus.svg?raw'
import printer from 'lucide-static/icons/printer.svg?raw'
import refresh from 'lucide-static/icons/refresh-cw.svg?raw'
import route from 'lucide-static/icons/route.svg?raw'
import search from 'lucide-static/icons/search.svg?raw'
import send from 'lucide-static/icons/send.svg?raw'
import share from 'lucide-static/icons/share-2.svg?raw'
import sliders from 'lucide-static/icons/sliders-horizontal.svg?raw'
import sprout from 'lucide-static/icons/sprout.svg?raw'
import star from 'lucide-static/icons/star.svg?raw'
import sun from 'lucide-static/icons/sun.svg?raw'
import trash from 'lucide-static/icons/trash-2.svg?raw'
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw'
import undo from 'lucide-static/icons/undo-2.svg?raw'
import users from 'lucide-static/icons/users.svg?raw'
import wheat from 'lucide-static/icons/wheat.svg?raw'
import wifiOff from 'lucide-static/icons/wifi-off.svg?raw'
import close from 'lucide-static/icons/x.svg?raw'
import type { KindIcon } from '#contract/kinds/kind.ts'
import type { ThemeId, themes } from '#contract/themes.ts'

export const icons = {
  'arrow-down': arrowDown,
  'arrow-left': arrowLeft,
  'arrow-right': arrowRight,
  'arrow-up': arrowUp,
  bike,
  book,
  calendar,
  check,
  'chevron-down': chevronDown,
  'chevron-up': chevronUp,
  'circle-alert': circleAlert,
  'circle-check': circleCheck,
  close,
  columns,
  crosshair,
  download,
  'external-link': externalLink,
  flag,
  'grip-vertical': gripVertical,
  'hand-helping': handHelping,
  heart,
  hexagon,
  house,
  info,
  languages,
  layers,
  leaf,
  lightbulb,
  list,
  'locate-fixed': locateFixed,
  map,
  'map-pin': mapPin,
  maximize,
  megaphone,
  menu,
  'message-circle': messageCircle,
  minus,
  'move-horizontal': moveHorizontal,
  pencil,
  plus,
  printer,
  refresh,
  route,
  search,
  send,
  share,
  sliders,
  sprout,
  star,
  sun,
  trash,
  'triangle-alert': triangleAlert,
  undo,
  users,
  wheat,
  'wifi-off': wifiOff,
} as const satisfies Readonly<Record<KindIcon | (typeof themes)[ThemeId]['icon'], string>> & Readonly<Record<string, string>>

export type IconName = keyof typeof icons
