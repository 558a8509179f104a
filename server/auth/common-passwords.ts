/**
 * Words and finger walks that passwords are commonly made of, in lower case. Capitals, endings and look-alike
 * letters are taken off before a password is looked up here (app/domain/people/password.ts, R2).
 */
const words = `
0987 09876 098765 0987654 09876543 098765432 0987654321 1234 12345 123456 1234567 12345678 123456789 1234567890
1234567abcdefg 1234567qwertyu 123456abc 123456abcd 123456abcde 123456abcdef 123456qwerty 12345abc 12345abcd 12345abcde
12345abcdef 12345qwert 1234abc 1234abcd 1234abcde 1234abcdef 1234qwer 123abc 123abcd 123abcde 123abcdef 123qwe 1a2b3c
1a2b3c4d 1a2b3c4d5e 1a2b3c4d5e6f 1a2b3c4d5e6f7g 1q2w3e 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qa2ws
1qa2ws3ed 1qa2ws3ed4rf 1qa2ws3ed4rf5tg 1qasw2 1qasw23ed 1qasw23edfr4 1qasw23edfr45tg 1qaz2wsx 1qaz2wsx3edc
1qaz2wsx3edc4rfv 1qaz2wsx3edc4rfv5tgb 1qazxsw2 1qazxsw23edc 1qazxsw23edcvfr4 1qazxsw23edcvfr45tgb 2345 23456 234567
2345678 23456789 234567890 2345678bcdefgh 2345678wertyui 234567bcdefg 234567wertyu 23456bcdef 23456werty 2345bcde
2345wert 234bcd 234wer 2b3c4d 2b3c4d5e 2b3c4d5e6f 2b3c4d5e6f7g 2b3c4d5e6f7g8h 2w3e4r 2w3e4r5t 2w3e4r5t6y 2w3e4r5t6y7u
2w3e4r5t6y7u8i 2ws3ed 2ws3ed4rf 2ws3ed4rf5tg 2ws3ed4rf5tg6yh 2wsde3 2wsde34rf 2wsde34rfgt5 2wsde34rfgt56yh 2wsx3edc
2wsx3edc4rfv 2wsx3edc4rfv5tgb 2wsx3edc4rfv5tgb6yhn 2wsxcde3 2wsxcde34rfv 2wsxcde34rfvbgt5 2wsxcde34rfvbgt56yhn 321abc
321abcd 321abcde 321abcdef 3456 34567 345678 3456789 34567890 3456789cdefghi 3456789ertyuio 345678cdefgh 345678ertyui
34567cdefg 34567ertyu 3456cdef 3456erty 345cde 345ert 3c4d5e 3c4d5e6f 3c4d5e6f7g 3c4d5e6f7g8h 3c4d5e6f7g8h9i 3e4r5t
3e4r5t6y 3e4r5t6y7u 3e4r5t6y7u8i 3e4r5t6y7u8i9o 3ed4rf 3ed4rf5tg 3ed4rf5tg6yh 3ed4rf5tg6yh7uj 3edc4rfv 3edc4rfv5tgb
3edc4rfv5tgb6yhn 3edc4rfv5tgb6yhn7ujm 3edcvfr4 3edcvfr45tgb 3edcvfr45tgbnhy6 3edcvfr45tgbnhy67ujm 3edfr4 3edfr45tg
3edfr45tghy6 3edfr45tghy67uj 4321 4567 45678 456789 4567890 4567890defghij 4567890rtyuiop 456789defghi 456789rtyuio
45678defgh 45678rtyui 4567defg 4567rtyu 456def 456rty 4d5e6f 4d5e6f7g 4d5e6f7g8h 4d5e6f7g8h9i 4d5e6f7g8h9i0j 4r5t6y
4r5t6y7u 4r5t6y7u8i 4r5t6y7u8i9o 4r5t6y7u8i9o0p 4rf5tg 4rf5tg6yh 4rf5tg6yh7uj 4rfgt5 4rfgt56yh 4rfgt56yhju7 4rfv5tgb
4rfv5tgb6yhn 4rfv5tgb6yhn7ujm 4rfvbgt5 4rfvbgt56yhn 4rfvbgt56yhnmju7 5432 54321 5678 56789 567890 567890efghij
567890tyuiop 56789efghi 56789tyuio 5678efgh 5678tyui 567efg 567tyu 5e6f7g 5e6f7g8h 5e6f7g8h9i 5e6f7g8h9i0j 5t6y7u
5t6y7u8i 5t6y7u8i9o 5t6y7u8i9o0p 5tg6yh 5tg6yh7uj 5tgb6yhn 5tgb6yhn7ujm 5tgbnhy6 5tgbnhy67ujm 5tghy6 5tghy67uj 6543
65432 654321 6789 67890 67890fghij 67890yuiop 6789fghi 6789yuio 678fgh 678yui 6f7g8h 6f7g8h9i 6f7g8h9i0j 6y7u8i
6y7u8i9o 6y7u8i9o0p 6yh7uj 6yhju7 6yhn7ujm 6yhnmju7 7654 76543 765432 7654321 7890 7890ghij 7890uiop 789ghi 789uio
7g8h9i 7g8h9i0j 7u8i9o 7u8i9o0p 8765 87654 876543 8765432 87654321 890hij 890iop 8h9i0j 8i9o0p 9876 98765 987654
9876543 98765432 987654321 a1b2c3 a1b2c3d4 a1b2c3d4e5 a1b2c3d4e5f6 a1b2c3d4e5f6g7 aaa aaron abc abc123 abc1234
abc12345 abc123456 abc321 abcd abcd123 abcd1234 abcd12345 abcd123456 abcd321 abcde abcde123 abcde1234 abcde12345
abcde123456 abcde321 abcdef abcdef123 abcdef1234 abcdef12345 abcdef123456 abcdef321 abcdefg abcdefg1234567 abcdefgh
abcdefghi abcdefghij abcdefghijk abcdefghijkl abcdefghijklm abcdefghijklmn abcdefghijklmno abcdefghijklmnop
abcdefghijklmnopq abcdefghijklmnopqr abcdefghijklmnopqrs abcdefghijklmnopqrst abcdefghijklmnopqrstu
abcdefghijklmnopqrstuv abcdefghijklmnopqrstuvw abcdefghijklmnopqrstuvwx abcdefghijklmnopqrstuvwxy
abcdefghijklmnopqrstuvwxyz abracadabra access account acdc adam admin administrator adobe agenda agile ahmed airforce
alan albert alejandra alejandro alessandro alexander alexei alexis ali alien amanda amazon amen america amsterdam
andrea andreas andrew android angel angela angels anja anna anonymous anthony antoine antonio anything apple april
argentina arizona army arsenal arthur asd asdf asdfg asdfgh asdfghj asdfghjk asdfghjkl asdfghjzxcvbnm asdfghzxcvbn
asdfgzxcvb asdfzxcv asdzxc ashley asshole athens atlanta auckland audi august austin australia autumn ava avengers
azer azert azerty azertyu azertyui azertyuio azertyuiop azsxdc azsxdcfv azsxdcfvgb azsxdcfvgbhn azsxdcfvgbhnjm b2c3d4
b2c3d4e5 b2c3d4e5f6 b2c3d4e5f6g7 b2c3d4e5f6g7h8 babies baby babyboy babygirl backup bacon badboy badgirl banana
bangalore bangkok banking barbara barcelona baseball basketball bastard batman batterystaple bayern bbb bcd234 bcde
bcde2345 bcdef bcdef23456 bcdefg bcdefg234567 bcdefgh bcdefgh2345678 bcdefghi bcdefghij bcdefghijk bcdefghijkl
bcdefghijklm bcdefghijklmn bcdefghijklmno bcdefghijklmnop bcdefghijklmnopq bcdefghijklmnopqr bcdefghijklmnopqrs
bcdefghijklmnopqrst bcdefghijklmnopqrstu bcdefghijklmnopqrstuv bcdefghijklmnopqrstuvw bcdefghijklmnopqrstuvwx
bcdefghijklmnopqrstuvwxy bcdefghijklmnopqrstuvwxyz bear beatles beautiful beer beijing benjamin berlin bestfriend
bestfriends betty beyonce bgt56yhn bgt56yhnmju7 bgt5nhy6 bgt5nhy6mju7 bgtnhy bgtnhymju bgtyhn bgtyhnmju bicycle
bigangel bigbaby bigboy bigcat bigdaddy bigdick bigdog bigforever biggirl bigking biglife biglove biglover bigman
bigme bigqueen bigrocks bigstar bigyou billionaire bird birgit birthday bitch bitcoin black blackberry blackpink
blessed blink blood blue bmw bobby boston boxing brandon brazil bread brenda brian brisbane britney brittany broncos
brooklyn brother brown bruce brussels bryan bts budapest budget bulls bullshit bunny burger business butter butterfly
bvcx bvcxw bvcxy bvcxz c3d4e5 c3d4e5f6 c3d4e5f6g7 c3d4e5f6g7h8 c3d4e5f6g7h8i9 cairo california camaro camila canada
candy capetown captain carl carlos carol carolina cat cats catwoman cde345 cde34rfv cde34rfvbgt5 cde34rfvbgt56yhn
cde34rfvbgt56yhnmju7 cde3vfr4 cde3vfr4bgt5 cde3vfr4bgt5nhy6 cde3vfr4bgt5nhy6mju7 cdef cdef3456 cdefg cdefg34567 cdefgh
cdefgh345678 cdefghi cdefghi3456789 cdefghij cdefghijk cdefghijkl cdefghijklm cdefghijklmn cdefghijklmno
cdefghijklmnop cdefghijklmnopq cdefghijklmnopqr cdefghijklmnopqrs cdefghijklmnopqrst cdefghijklmnopqrstu
cdefghijklmnopqrstuv cdefghijklmnopqrstuvw cdefghijklmnopqrstuvwx cdefghijklmnopqrstuvwxy cdefghijklmnopqrstuvwxyz
cderfv cderfvbgt cderfvbgtyhn cderfvbgtyhnmju cdevfr cdevfrbgt cdevfrbgtnhy cdevfrbgtnhymju celtic celtics certificate
certified challenger champion changeme chapter charger charles charlotte cheese chelsea chennai cherry chevrolet chevy
chicago chicken children chile china chloe chocolate christ christian christina christmas christopher church circle
circles cisco claudia cloud cobra cocacola coconut coffee cola college colombia community company computer computer1
cookie cookies coolangel coolbaby coolboy coolcat cooldog coolforever coolgirl coolguy coolking coollife coollove
coollover coolman coolme coolqueen coolrocks coolstar coolyou copenhagen correcthorse correcthorsebatterystaple
corvette cosmos counterstrike cowboys crazy crazyangel crazybaby crazyboy crazycat crazydog crazyforever crazygirl
crazyking crazylife crazylove crazylover crazyman crazyme crazyqueen crazyrocks crazystar crazyyou cricket crimson
crow crypto cuddles cutie cutiepie cvbn cvbnm cyber cyberpunk cycling cynthia d4e5f6 d4e5f6g7 d4e5f6g7h8 d4e5f6g7h8i9
d4e5f6g7h8i9j0 dad daddy dallas damn dancer dancing daniel daniela danielle darling darthvader database david dcba
dcfvgb dcfvgbhn dcfvgbhnjm dead deadline deadpool death debian deborah december def456 default defg defg4567 defgh
defgh45678 defghi defghi456789 defghij defghij4567890 defghijk defghijkl defghijklm defghijklmn defghijklmno
defghijklmnop defghijklmnopq defghijklmnopqr defghijklmnopqrs defghijklmnopqrst defghijklmnopqrstu defghijklmnopqrstuv
defghijklmnopqrstuvw defghijklmnopqrstuvwx defghijklmnopqrstuvwxy defghijklmnopqrstuvwxyz delhi demon dennis denver
deutschland devil dezember dfgcvb dfgh dfghcvbn dfghj dfghjcvbnm dfghjk dfghjkl dfghjklm dhaka diablo diego diehard
dienstag dieter digimon dmitri docker doctor dodgers dog doggy dogs dollar dollars dolphin donald donkey donna
donnerstag dontforget donttell doom dortmund douglas dragon dragonball dresden drummer drums dublin duck duesseldorf
dumbledore dylan e3r4t5 e3r4t5y6 e3r4t5y6u7 e3r4t5y6u7i8 e3r4t5y6u7i8o9 e5f6g7 e5f6g7h8 e5f6g7h8i9 e5f6g7h8i9j0 eagle
eagles earth easter edcb edcba edcrfv edcrfvtgb edcrfvtgbyhn edcrfvtgbyhnujm edcvfr edcvfrtgb edcvfrtgbnhy
edcvfrtgbnhyujm edrftg edrftgyh edrftgyhuj edrftgyhujik edrftgyhujikol eduardo edward efg567 efgh efgh5678 efghi
efghi56789 efghij efghij567890 efghijk efghijkl efghijklm efghijklmn efghijklmno efghijklmnop efghijklmnopq
efghijklmnopqr efghijklmnopqrs efghijklmnopqrst efghijklmnopqrstu efghijklmnopqrstuv efghijklmnopqrstuvw
efghijklmnopqrstuvwx efghijklmnopqrstuvwxy efghijklmnopqrstuvwxyz elephant elijah elizabeth emily eminem emma england
enter entering entrance eric ert345 ertdfg erty erty3456 ertydfgh ertyu ertyu34567 ertyudfghj ertyui ertyui345678
ertyuidfghjk ertyuio ertyuio3456789 ertyuiodfghjkl ertyuiop ertz ertzu ertzui ertzuio ertzuiop espana ethan ethereum
eugene evanescence everton everything evil f6g7h8 f6g7h8i9 f6g7h8i9j0 facebook facilitator faith falcon family father
fdsa fdsq februar february fedc fedcb fedcba felix fernanda fernando ferrari fgh678 fghi fghi6789 fghij fghij67890
fghijk fghijkl fghijklm fghijklmn fghijklmno fghijklmnop fghijklmnopq fghijklmnopqr fghijklmnopqrs fghijklmnopqrst
fghijklmnopqrstu fghijklmnopqrstuv fghijklmnopqrstuvw fghijklmnopqrstuvwx fghijklmnopqrstuvwxy fghijklmnopqrstuvwxyz
fghj fghjk fghjkl fghjklm fghjvbnm fghvbn finance fire fireman fish fishing florian florida flower flowers foobar
football ford forest forever forgetme fortnite france francesco francisco frank frankfurt freedom freitag friday
friend friends frodo frog froggy fuck fuckme fuckoff fuckyou fvgbhn fvgbhnjm g7h8i9 g7h8i9j0 gabriel gabriela galaxy
gamer gaming gandalf garden garfield gary gbhnjm geheim george gerald germany gfds gfdsa gfdsq gfed gfedc gfedcb
gfedcba ghi789 ghij ghij7890 ghijk ghijkl ghijklm ghijklmn ghijklmno ghijklmnop ghijklmnopq ghijklmnopqr ghijklmnopqrs
ghijklmnopqrst ghijklmnopqrstu ghijklmnopqrstuv ghijklmnopqrstuvw ghijklmnopqrstuvwx ghijklmnopqrstuvwxy
ghijklmnopqrstuvwxyz ghjbnm ghjk ghjkl ghjklm ghost giants giovanni giraffe giuseppe gmail godisgood goku gold golden
golf golfer goodboy goodbye goodgirl goodmorning goodnight google goose gorgeous grace grandma grandpa gray green
greenday gregory grey group guessme guesswhat guest guitar h8i9j0 hacked hacker halloween halo hamburg hamster
handball handsome hannah hannover hans happiness happy harley harleydavidson harold harrypotter hassan hawaii hawk
heather heaven helen hell hello helloangel hellobaby helloboy hellocat hellodog helloforever hellogirl helloking
hellolife hellolove hellolover helloman hellome helloqueen hellorocks hellostar helloworld helloyou helsinki henry
herbst hermione hgfd hgfds hgfdsa hgfdsq hgfe hgfed hgfedc hgfedcb hgfedcba hij890 hijk hijkl hijklm hijklmn hijklmno
hijklmnop hijklmnopq hijklmnopqr hijklmnopqrs hijklmnopqrst hijklmnopqrstu hijklmnopqrstuv hijklmnopqrstuvw
hijklmnopqrstuvwx hijklmnopqrstuvwxy hijklmnopqrstuvwxyz hiphop hjkl hjklm hobbit hockey hocuspocus hogwarts holiday
hollywood homesweethome honda honey hongkong hope horse hotangel hotbaby hotboy hotcat hotdog hotforever hotgirl
hotking hotlife hotlove hotlover hotmail hotman hotme hotqueen hotrocks hotstar hotstuff hottie hotyou houston hugs
hulk hunter hunting hussein i8o9p0 iamgod iangel ibaby iboy ibrahim icat ice iceman idog iforever igirl igor ihateyou
ihgf ihgfe ihgfed ihgfedc ihgfedcb ihgfedcba ijkl ijklm ijklmn ijklmno ijklmnop ijklmnopq ijklmnopqr ijklmnopqrs
ijklmnopqrst ijklmnopqrstu ijklmnopqrstuv ijklmnopqrstuvw ijklmnopqrstuvwx ijklmnopqrstuvwxy ijklmnopqrstuvwxyz iking
ilife ilove ilovegod ilovejesus ilovemusic ilovemydad ilovemylife ilovemymom ilover iloveu iloveyou iman ime imissyou
important imthebest india indigo indonesia insane instagram intel internet iop890 ipad iphone iqueen ireland irocks
ironman isabella istanbul istar italia italy iuyt iuytr iuytre iuytrew iuytrewq iuytrez iuytreza iuzt iuztr iuztre
iuztrew iuztrewq ivan iyou jack jacob jaguar jakarta james januar january japan jason java javascript jean jedi jeep
jeffrey jennifer jeremy jerry jesse jessica jesus jesuschrist jhgf jhgfd jhgfds jhgfdsa jhgfdsq jihg jihgf jihgfe
jihgfed jihgfedc jihgfedcb jihgfedcba jklm jklmn jklmno jklmnop jklmnopq jklmnopqr jklmnopqrs jklmnopqrst jklmnopqrstu
jklmnopqrstuv jklmnopqrstuvw jklmnopqrstuvwx jklmnopqrstuvwxy jklmnopqrstuvwxyz johannesburg john johnny joker jonas
jonathan jordan jose joseph joshua juan juergen juli julia july june juni justin justinbieber juventus kanban karachi
karen katrin kawasaki keith kenneth kevin kids killer kimberly king kisses kissme kissmyass kitten kitty kjhg kjhgf
kjhgfd kjhgfds kjhgfdsa kjhgfdsq kjih kjihg kjihgf kjihgfe kjihgfed kjihgfedc kjihgfedcb kjihgfedcba klaus klmn klmno
klmnop klmnopq klmnopqr klmnopqrs klmnopqrst klmnopqrstu klmnopqrstuv klmnopqrstuvw klmnopqrstuvwx klmnopqrstuvwxy
klmnopqrstuvwxyz knight koeln kolkata korea kubernetes kyle kyoto ladybug lagos lahore lakers lamborghini larry
lasvegas laura lauren lawrence leader leadership ledzeppelin leipzig lemon leon leopard letmein letmeinnow liam
lightning linda linkedin linkinpark linux lion lisa lisbon littleangel littlebaby littleboy littlecat littledog
littleforever littlegirl littleking littlelife littlelove littlelover littleman littleme littlequeen littlerocks
littlestar littleyou liverpool lkjh lkjhg lkjhgf lkjhgfd lkjhgfds lkjhgfdsa lkjhgfdsq lkji lkjih lkjihg lkjihgf
lkjihgfe lkjihgfed lkjihgfedc lkjihgfedcb lkjihgfedcba lmno lmnop lmnopq lmnopqr lmnopqrs lmnopqrst lmnopqrstu
lmnopqrstuv lmnopqrstuvw lmnopqrstuvwx lmnopqrstuvwxy lmnopqrstuvwxyz logan login logon london losangeles louis love
loveangel lovebaby loveboy lovecat lovedog loveforever lovegirl lovehurts loveking lovelife lovelove lovelover lovely
loveman loveme lovequeen lover loverocks lovestar loveyou lucas lucia luck lucky luigi luis lukas madonna madrid maerz
magic magical mama management manager manchester mango manila march marco margaret maria marine mario mark markus
martin mary mason master matrix matthew matthias maverick max maximilian may mazda meeting meetings megan melbourne
melissa melon member mentee mentor mentoring mercedes metal metallica mexico mia miami michael michel michelle mickey
mickeymouse microsoft miguel milan milestone million millionaire minecraft minnie missangel missbaby missboy misscat
missdog missforever missgirl missking misslife misslove misslover missman missme missqueen missrocks missstar missyou
misterangel misterbaby misterboy mistercat misterdog misterforever mistergirl misterking misterlife misterlove
misterlover misterman misterme misterqueen misterrocks misterstar misteryou mittwoch mlkj mlkjh mlkjhg mlkjhgf
mlkjhgfd mlkjhgfds mlkjhgfdsq mlkji mlkjih mlkjihg mlkjihgf mlkjihgfe mlkjihgfed mlkjihgfedc mlkjihgfedcb
mlkjihgfedcba mnbv mnbvc mnbvcx mnbvcxy mnbvcxz mnop mnopq mnopqr mnopqrs mnopqrst mnopqrstu mnopqrstuv mnopqrstuvw
mnopqrstuvwx mnopqrstuvwxy mnopqrstuvwxyz mohamed mohammed mommy monday money monica monika monkey montag montreal
moon moonlight mordor morpheus moscow mother motorola mountain mouse muenchen mum mumbai munich murder music mustang
mustermann myangel mybaby myboy mycat mydog myforever mygirl myking mylife mylove mylover myman myme mypass mypassword
myqueen myrocks myspace mysql mystar mystery myyou nadine nairobi nancy naruto nascar natalie natasha nathan navy nbvc
nbvcx nbvcxw nbvcxy nbvcxz neo netflix network newpassword newyork nhy67ujm nhy6mju7 nhymju nhyujm nicholas nicolas
nicole ninja nintendo nirvana nissan nmlk nmlkj nmlkji nmlkjih nmlkjihg nmlkjihgf nmlkjihgfe nmlkjihgfed nmlkjihgfedc
nmlkjihgfedcb nmlkjihgfedcba noah nobody nokia nopass nopassword nopq nopqr nopqrs nopqrst nopqrstu nopqrstuv
nopqrstuvw nopqrstuvwx nopqrstuvwxy nopqrstuvwxyz nothing notmypassword november number numberone nurse nvidia ocean
october office oiuy oiuyt oiuytr oiuytre oiuytrew oiuytrewq oiuytrez oiuytreza oiuz oiuzt oiuztr oiuztre oiuztrew
oiuztrewq oktober oldpassword oliver olivia omar onedirection onelove onepiece onml onmlk onmlkj onmlkji onmlkjih
onmlkjihg onmlkjihgf onmlkjihgfe onmlkjihgfed onmlkjihgfedc onmlkjihgfedcb onmlkjihgfedcba opendoor opensesame openup
opqr opqrs opqrst opqrstu opqrstuv opqrstuvw opqrstuvwx opqrstuvwxy opqrstuvwxyz oracle orange organizer orlando osaka
oslo outlook packers pakistan pamela panther papa paris parrot pass passcode passwd password passwordpassword passwort
pasta patricia patrick patriots paul peace peach pedro penguin penis pepper pepsi personal peru peter petra philip
philippines phoenix piano pierre pikachu pink pinkfloyd pirate pirates pizza planet planner planning playboy player
playstation please pmp poiu poiuy poiuyt poiuytr poiuytre poiuytrew poiuytrewq poiuytrez poiuytreza poiuz poiuzt
poiuztr poiuztre poiuztrew poiuztrewq pokemon poland police ponm ponml ponmlk ponmlkj ponmlkji ponmlkjih ponmlkjihg
ponmlkjihgf ponmlkjihgfe ponmlkjihgfed ponmlkjihgfedc ponmlkjihgfedcb ponmlkjihgfedcba porsche portfolio postgres
postgresql potter power powerful pqrs pqrst pqrstu pqrstuv pqrstuvw pqrstuvwx pqrstuvwxy pqrstuvwxyz prague prayer
predator pretty prince princess private program programme project projectmanagement projectmanager projects psycho
puma puppy purple pussy python q1w2e3 q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 q1w2e3r4t5y6u7 qawsed qawsedrf qawsedrftg
qawsedrftgyh qawsedrftgyhuj qaz qazwsx qazwsxedc qazwsxedcrfv qazwsxedcrfvtgb qazxsw qazxswedc qazxswedcvfr
qazxswedcvfrtgb qpon qponm qponml qponmlk qponmlkj qponmlkji qponmlkjih qponmlkjihg qponmlkjihgf qponmlkjihgfe
qponmlkjihgfed qponmlkjihgfedc qponmlkjihgfedcb qponmlkjihgfedcba qrst qrstu qrstuv qrstuvw qrstuvwx qrstuvwxy
qrstuvwxyz qsdf qsdfg qsdfgh qsdfghj qsdfghjk qsdfghjkl qsdfghjklm quake queen qwe qwe123 qweasd qweasdzxc qwer
qwer1234 qwerasdf qwert qwert12345 qwertasdfg qwerty qwerty123456 qwertyasdfgh qwertyu qwertyu1234567 qwertyuasdfghj
qwertyui qwertyuio qwertyuiop qwertz qwertzu qwertzui qwertzuio qwertzuiop r4t5y6 r4t5y6u7 r4t5y6u7i8 r4t5y6u7i8o9
r4t5y6u7i8o9p0 rabbit racer rachel racing raiders rain rainbow ralph rambo randy rangers raven raymond realmadrid
rebecca red redhat redsox reggae rememberme restart rewq reza rftgyh rftgyhuj rftgyhujik rftgyhujikol rfvbgt rfvbgtyhn
rfvbgtyhnmju rfvtgb rfvtgbyhn rfvtgbyhnujm ricardo rich richard rihanna river roadmap robert roberto roblox rocker
rockstar rocky roger rolling rome ronald root roy rqpo rqpon rqponm rqponml rqponmlk rqponmlkj rqponmlkji rqponmlkjih
rqponmlkjihg rqponmlkjihgf rqponmlkjihgfe rqponmlkjihgfed rqponmlkjihgfedc rqponmlkjihgfedcb rqponmlkjihgfedcba rstu
rstuv rstuvw rstuvwx rstuvwxy rstuvwxyz rty456 rtyfgh rtyu rtyu4567 rtyufghj rtyui rtyui45678 rtyuifghjk rtyuio
rtyuio456789 rtyuiofghjkl rtyuiop rtyuiop4567890 rtzu rtzui rtzuio rtzuiop rugby runner running russell russia ruth
ryan sabine sabrina samantha samstag samsung samuel samurai sandra sanfrancisco sarah sasuke saturday school scooby
scorpion scotland scott scrum scrummaster sdfg sdfgh sdfghj sdfghjk sdfghjkl sdfghjklm sdfghjxcvbnm sdfghxcvbn
sdfgxcvb sdfxcv sean seattle sebastian secret security september sergey server service sesame sexy sexygirl shadow
shakira shanghai shark sharon shit shutdown silver silvia singapore singer singing sister skateboard skating sky
skywalker slipknot slut smile smiley snake snoopy snow snowboard snowman soccer soldier somebody something sommer
sonic sonntag sophia sophie sorry spain spider spiderman spotify spring sprint sprite srqp srqpo srqpon srqponm
srqponml srqponmlk srqponmlkj srqponmlkji srqponmlkjih srqponmlkjihg srqponmlkjihgf srqponmlkjihgfe srqponmlkjihgfed
srqponmlkjihgfedc srqponmlkjihgfedcb srqponmlkjihgfedcba stakeholder star starcraft starlight stars startup starwar
starwars steelers stefan stefanie stephanie stephen steven stockholm storm strawberry strength strong student
stuttgart stuv stuvw stuvwx stuvwxy stuvwxyz subaru success sugar summer sun sunday sunrise sunset sunshine superangel
superbaby superboy supercat superdog superforever supergirl superking superlife superlove superlover superman superme
superqueen superrocks superstar superyou support surfer surfing susan susanne suzuki sweet sweetheart sweethome
sweetie swimming sxdcfv sxdcfvgb sxdcfvgbhn sxdcfvgbhnjm sydney system t5y6u7 t5y6u7i8 t5y6u7i8o9 t5y6u7i8o9p0
taylorswift tea teacher team teamlead teamwork techno tennis tequila terminator terry tesla test tester testing texas
tgbnhy tgbnhyujm tgbyhn tgbyhnujm tgyhuj tgyhujik tgyhujikol thailand thanks thankyou theangel thebaby thebest theboy
thecat thedog theforever thegirl theking thelife thelove thelover theman theme thequeen therocks thestar theyou
thisismypassword thomas thor thunder thursday tiffany tiger tiktok timothy tobias today together tokyo tomorrow topgun
toplevel toronto tottenham toyota trew trewq trez treza trinity truelove trustme trustno trustnoone tsrq tsrqp tsrqpo
tsrqpon tsrqponm tsrqponml tsrqponmlk tsrqponmlkj tsrqponmlkji tsrqponmlkjih tsrqponmlkjihg tsrqponmlkjihgf
tsrqponmlkjihgfe tsrqponmlkjihgfed tsrqponmlkjihgfedc tsrqponmlkjihgfedcb tsrqponmlkjihgfedcba tuesday tupac turkey
turtle tuvw tuvwx tuvwxy tuvwxyz tweety twitter tyler typescript tyu567 tyughj tyui tyui5678 tyuighjk tyuio tyuio56789
tyuioghjkl tyuiop tyuiop567890 tzui tzuio tzuiop u7i8o9 u7i8o9p0 ubuntu uio789 uiojkl uiop uiop7890 ujikol ukraine
unicorn united university unknown user username utsr utsrq utsrqp utsrqpo utsrqpon utsrqponm utsrqponml utsrqponmlk
utsrqponmlkj utsrqponmlkji utsrqponmlkjih utsrqponmlkjihg utsrqponmlkjihgf utsrqponmlkjihgfe utsrqponmlkjihgfed
utsrqponmlkjihgfedc utsrqponmlkjihgfedcb utsrqponmlkjihgfedcba uvwx uvwxy uvwxyz uwe uytr uytre uytrew uytrewq uytrez
uytreza uztr uztre uztrew uztrewq vacation vader valentina vampire vancouver vanessa vbnm vcxw vcxy vcxz vegas vegeta
veronica vfr45tgb vfr45tgbnhy6 vfr45tgbnhy67ujm vfr4bgt5 vfr4bgt5nhy6 vfr4bgt5nhy6mju7 vfrbgt vfrbgtnhy vfrbgtnhymju
vfrtgb vfrtgbnhy vfrtgbnhyujm victoria victory vienna vietnam viking vincent violet violin viper vladimir vodka
voldemort volkswagen volleyball volvo vuts vutsr vutsrq vutsrqp vutsrqpo vutsrqpon vutsrqponm vutsrqponml vutsrqponmlk
vutsrqponmlkj vutsrqponmlkji vutsrqponmlkjih vutsrqponmlkjihg vutsrqponmlkjihgf vutsrqponmlkjihgfe vutsrqponmlkjihgfed
vutsrqponmlkjihgfedc vutsrqponmlkjihgfedcb vutsrqponmlkjihgfedcba vwxy vwxyz w2e3r4 w2e3r4t5 w2e3r4t5y6 w2e3r4t5y6u7
w2e3r4t5y6u7i8 wales walter warcraft warrior warriors warsaw water waterfall wayne weangel webaby weboy wecat
wednesday wedog weekend weforever wegirl weking welcome welcomehome welife welove welover weman weme wequeen wer234
werocks wersdf wert wert2345 wertsdfg werty werty23456 wertysdfgh wertyu wertyu234567 wertyui wertyui2345678 wertyuio
wertyuiop wertyuisdfghjk wertyusdfghj wertz wertzu wertzui wertzuio wertzuiop westar weyou whale whatever whatsapp
whiskey white whoami whoever whore william willie willkommen windows windy wine winner winter witch wizard wolf
wolfgang wolverine wonderwoman world worldofwarcraft wrestling wsedrf wsedrftg wsedrftgyh wsedrftgyhuj wsedrftgyhujik
wsx wsxcde wsxcderfv wsxcderfvbgt wsxcderfvbgtyhn wsxedc wsxedcrfv wsxedcrfvtgb wsxedcrfvtgbyhn wvut wvuts wvutsr
wvutsrq wvutsrqp wvutsrqpo wvutsrqpon wvutsrqponm wvutsrqponml wvutsrqponmlk wvutsrqponmlkj wvutsrqponmlkji
wvutsrqponmlkjih wvutsrqponmlkjihg wvutsrqponmlkjihgf wvutsrqponmlkjihgfe wvutsrqponmlkjihgfed wvutsrqponmlkjihgfedc
wvutsrqponmlkjihgfedcb wvutsrqponmlkjihgfedcba wxcv wxcvb wxcvbn wxyz xbox xcvb xcvbn xcvbnm xsw23edc xsw23edcvfr4
xsw23edcvfr45tgb xsw23edcvfr45tgbnhy6 xsw2cde3 xsw2cde3vfr4 xsw2cde3vfr4bgt5 xsw2cde3vfr4bgt5nhy6 xswcde xswcdevfr
xswcdevfrbgt xswcdevfrbgtnhy xswedc xswedcvfr xswedcvfrtgb xswedcvfrtgbnhy xwvu xwvut xwvuts xwvutsr xwvutsrq
xwvutsrqp xwvutsrqpo xwvutsrqpon xwvutsrqponm xwvutsrqponml xwvutsrqponmlk xwvutsrqponmlkj xwvutsrqponmlkji
xwvutsrqponmlkjih xwvutsrqponmlkjihg xwvutsrqponmlkjihgf xwvutsrqponmlkjihgfe xwvutsrqponmlkjihgfed
xwvutsrqponmlkjihgfedc xwvutsrqponmlkjihgfedcb xwvutsrqponmlkjihgfedcba xxx xyz y6u7i8 y6u7i8o9 y6u7i8o9p0 yahoo
yamaha yankees yellow yhnmju yhnujm yhujik yhujikol yoda youangel youbaby youboy youcat youdog youforever yougirl
youking youlife youlove youlover youman youme youqueen yourocks yourpassword youstar youtube youyou ytre ytrew ytrewq
ytrez ytreza yui678 yuihjk yuio yuio6789 yuiohjkl yuiop yuiop67890 yusuf yxcv yxcvb yxcvbn yxcvbnm yxwv yxwvu yxwvut
yxwvuts yxwvutsr yxwvutsrq yxwvutsrqp yxwvutsrqpo yxwvutsrqpon yxwvutsrqponm yxwvutsrqponml yxwvutsrqponmlk
yxwvutsrqponmlkj yxwvutsrqponmlkji yxwvutsrqponmlkjih yxwvutsrqponmlkjihg yxwvutsrqponmlkjihgf yxwvutsrqponmlkjihgfe
yxwvutsrqponmlkjihgfed yxwvutsrqponmlkjihgfedc yxwvutsrqponmlkjihgfedcb yxwvutsrqponmlkjihgfedcba zachary zaq12wsx
zaq12wsxcde3 zaq12wsxcde34rfv zaq12wsxcde34rfvbgt5 zaq1xsw2 zaq1xsw2cde3 zaq1xsw2cde3vfr4 zaq1xsw2cde3vfr4bgt5 zaqwsx
zaqwsxcde zaqwsxcderfv zaqwsxcderfvbgt zaqxsw zaqxswcde zaqxswcdevfr zaqxswcdevfrbgt zebra zelda zert zerty zertyu
zertyui zertyuio zertyuiop zoe zombie ztre ztrew ztrewq zuio zuiop zurich zxc zxcv zxcvb zxcvbn zxcvbnm zyxw zyxwv
zyxwvu zyxwvut zyxwvuts zyxwvutsr zyxwvutsrq zyxwvutsrqp zyxwvutsrqpo zyxwvutsrqpon zyxwvutsrqponm zyxwvutsrqponml
zyxwvutsrqponmlk zyxwvutsrqponmlkj zyxwvutsrqponmlkji zyxwvutsrqponmlkjih zyxwvutsrqponmlkjihg zyxwvutsrqponmlkjihgf
zyxwvutsrqponmlkjihgfe zyxwvutsrqponmlkjihgfed zyxwvutsrqponmlkjihgfedc zyxwvutsrqponmlkjihgfedcb
zyxwvutsrqponmlkjihgfedcba
`;

const common: ReadonlySet<string> = new Set(words.trim().split(/\s+/));

/** Whether a word in lower case is on the list. */
export function isCommonPassword(word: string): boolean {
  return common.has(word);
}
